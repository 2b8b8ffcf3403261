/**
 * The documents the rules of this feature rest on: the public address at which the sentence stood.
 * @source none: a list of sources
 */
export const documents = {
  supply: 'flcube.com/?p=9889 (supply, complaints, monitoring)',
  backups: 'flcube.com/?p=30512 (rules of the seventh round, backup regions)',
  withdrawal2021: 'tellerreport.com 2021-08-25; origin-topic.echemi.com ..._192503 (withdrawal and substitute, 2021)',
  ourConvention: 'convention of this system; no source fixes it',
} as const;
