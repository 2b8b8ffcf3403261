export { negotiation } from './feature.ts';
export { NegotiatedOutcome } from './negotiated-outcome.entity.ts';
