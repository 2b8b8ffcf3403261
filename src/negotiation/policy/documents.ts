/**
 * The documents the rules of this feature rest on: the public address at which the sentence stood.
 * @source none: a list of sources
 */
export const documents = {
  introduction: 'Introduction to the medical insurance negotiation and volume-based procurement (source text 0)',
  onSite2017: 'fx361.cc/page/2017/1114/15643014.shtml (on-site rules of the 2017 negotiation)',
  renewalTerm: 'flcube 16626 (simple renewal of 2 years)',
  renewalRules: 'flcube.com/?p=15911 (renewal rules: 110 %, 200 %)',
  renewalBudget: 'flcube.com/?p=28711 (what is compared with the budget)',
  ordinaryList: 'deallus.com; flcube.com/?p=15911 (halved after 4 years, ordinary list at 8)',
  fieldPractice: 'known from the field; not read in a public text',
  ourConvention: 'convention of this system; no source fixes it',
} as const;
