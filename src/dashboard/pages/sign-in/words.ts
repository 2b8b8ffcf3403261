import { addWords } from '../../app/language.ts';

addWords('signInPage', {
  zh: {
    atIssuer: '通过 {{issuer}} 的统一身份认证登录。登录凭证只保存在本页内存中，关闭或刷新页面后需重新登录。',
    goToIssuer: '前往登录',
    development: '本机试用模式：选择一个角色，即以该角色登录。登录凭证只保存在本页内存中，刷新页面后需重新登录。',
    none: '本服务器未设置身份认证（OIDC_ISSUER），只能以公众身份浏览。',
    role: '角色',
    enterprise: '企业',
    institution: '医疗机构代码',
    area: '地区',
    subject: '姓名或工号（可选）',
    haveToken: '已有令牌（npm run token）',
    token: '令牌',
    noToken: '这不是有效的令牌。',
  },
  en: {
    atIssuer: 'Sign in at {{issuer}}. The token stays in the memory of this page alone: after closing or reloading it you sign in again.',
    goToIssuer: 'Go and sign in',
    development:
      'A trial on this machine: choose a role and you are signed in as it. The token stays in the memory of this page alone: after reloading you sign in again.',
    none: 'No issuer of tokens is set on this server (OIDC_ISSUER); everybody reads as the public.',
    role: 'Role',
    enterprise: 'Enterprise',
    institution: 'Code of the institution',
    area: 'Area',
    subject: 'Name or staff number (may be left out)',
    haveToken: 'I have a token (npm run token)',
    token: 'Token',
    noToken: 'This is no token.',
  },
});
