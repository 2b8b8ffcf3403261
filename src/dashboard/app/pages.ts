import { lazy, type ComponentType } from 'react';
import type { Role } from '../api/session.ts';

/** A page: where it is, how it is called, for whom it stands in the menu; null is everybody. */
export interface Page {
  readonly path: string;
  /** Key of its name in `words/`; without one it stands in no menu. */
  readonly name: string | null;
  readonly roles: readonly Role[] | null;
  readonly component: ComponentType;
}

/** Every page, in the order of the menu. What a page needs is loaded when it is opened. */
export const pages: readonly Page[] = [
  { path: '/', name: 'page.overview', roles: null, component: lazy(() => import('../pages/overview/overview.tsx')) },
  { path: '/rounds/:code', name: null, roles: null, component: lazy(() => import('../pages/round/round.tsx')) },
  { path: '/rounds/:code/bids', name: null, roles: null, component: lazy(() => import('../pages/round-bids/round-bids.tsx')) },
  { path: '/rounds/:code/steps', name: null, roles: null, component: lazy(() => import('../pages/round-steps/round-steps.tsx')) },
  { path: '/products/:code', name: null, roles: null, component: lazy(() => import('../pages/product/product.tsx')) },
  { path: '/areas', name: 'page.areas', roles: null, component: lazy(() => import('../pages/areas/areas.tsx')) },
  {
    path: '/proposals',
    name: 'page.proposals',
    roles: ['EXPERT', 'APPROVER', 'AUDITOR'],
    component: lazy(() => import('../pages/proposals/proposals.tsx')),
  },
  {
    path: '/convergence',
    name: 'page.convergence',
    roles: ['EXPERT', 'APPROVER', 'AUDITOR', 'AGENCY'],
    component: lazy(() => import('../pages/convergence/convergence.tsx')),
  },
  {
    path: '/draft-round',
    name: 'page.draftRound',
    roles: ['EXPERT'],
    component: lazy(() => import('../pages/draft-round/draft-round.tsx')),
  },
  {
    path: '/files',
    name: 'page.files',
    roles: ['EXPERT', 'INSTITUTION', 'ENTERPRISE'],
    component: lazy(() => import('../pages/files/files.tsx')),
  },
  {
    path: '/negotiations',
    name: 'page.negotiations',
    roles: ['EXPERT', 'APPROVER', 'AUDITOR', 'ENTERPRISE'],
    component: lazy(() => import('../pages/negotiations/negotiations.tsx')),
  },
  { path: '/negotiations/:code', name: null, roles: null, component: lazy(() => import('../pages/negotiation/negotiation.tsx')) },
  { path: '/journal', name: 'page.journal', roles: ['APPROVER', 'AUDITOR'], component: lazy(() => import('../pages/journal/journal.tsx')) },
  {
    path: '/enterprise',
    name: 'page.enterprise',
    roles: ['ENTERPRISE', 'AUDITOR'],
    component: lazy(() => import('../pages/enterprise/enterprise.tsx')),
  },
  {
    path: '/payments',
    name: 'page.payments',
    roles: ['ENTERPRISE', 'INSTITUTION', 'AGENCY', 'AUDITOR'],
    component: lazy(() => import('../pages/payments/payments.tsx')),
  },
  {
    path: '/institution',
    name: 'page.institution',
    roles: ['INSTITUTION', 'AUDITOR'],
    component: lazy(() => import('../pages/institution/institution.tsx')),
  },
  {
    path: '/agency',
    name: 'page.agency',
    roles: ['AGENCY', 'AUDITOR'],
    component: lazy(() => import('../pages/agency/agency.tsx')),
  },
  { path: '/sign-in', name: null, roles: null, component: lazy(() => import('../pages/sign-in/sign-in.tsx')) },
];
