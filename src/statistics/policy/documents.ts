/**
 * The documents the rules of this feature rest on.
 * @source none: a list of sources
 */
export const documents = {
  networks: 'Gusfield, A graph theoretic approach to statistical data security (SIAM J. Comput. 17, 1988)',
  stentSupport: '关于国家组织冠脉支架集中带量采购和使用配套措施的意见 (2021, number uncertain; source text 1)',
  ourConvention: 'convention of this system; no source fixes it',
} as const;
