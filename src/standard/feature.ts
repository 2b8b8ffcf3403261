import type { Feature } from '../platform/feature.ts';
import { journalled } from '../platform/journal/journalled.ts';
import { standardActsByTwo } from './acts-by-two.ts';
import { ConvergenceGround } from './convergence-ground.entity.ts';
import { ConvergenceSchedule } from './convergence-schedule.entity.ts';
import { ConvergenceStep } from './convergence-step.entity.ts';
import { ConvergenceQueries, convergenceReads } from './convergence.reads.ts';
import { ConvergenceResolver } from './convergence.resolver.ts';
import { followedByStandards } from './follow-others.ts';
import { FundRatio } from './fund-ratio.entity.ts';
import { keptStandards } from './kept-standards.ts';
import { StandardLookUpResolver } from './look-up.resolver.ts';
import { NegotiatedStandard } from './negotiated-standard.entity.ts';
import { PaymentStandard } from './payment-standard.entity.ts';
import { StandardRecordingResolver } from './recording.resolver.ts';
import { restateAll } from './restate-standards.ts';
import { RoundImplementation } from './round-implementation.entity.ts';
import { roundImplementationImport } from './round-implementation.import.ts';
import { StandardQueries, standardReads } from './standard.reads.ts';
import { TransactionPrice } from './transaction-price.entity.ts';
import { rules } from './policy/index.ts';

/** What the fund pays on: payment standards, as of any day and as known at any moment. */
export const standard: Feature = {
  name: 'standard',
  entities: [
    RoundImplementation,
    PaymentStandard,
    TransactionPrice,
    ConvergenceSchedule,
    ConvergenceStep,
    ConvergenceGround,
    NegotiatedStandard,
    FundRatio,
  ],
  rules,
  resolvers: [StandardQueries, StandardRecordingResolver, StandardLookUpResolver, ConvergenceQueries, ConvergenceResolver],
  actsByTwo: standardActsByTwo,
  follows: followedByStandards,
  reads: [...standardReads, ...convergenceReads],
  tables: [roundImplementationImport],
  keeps: [keptStandards],
  settle: async (database) => {
    const act = {
      who: { role: 'OPERATOR', subject: 'settle-standards' },
      when: new Date(),
      operation: 'settleStandards',
      request: null,
      why: null,
    };
    await journalled(database.fork(), act, restateAll);
  },
};
