import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { confidences, type Confidence } from '../database/base-columns.ts';
import { always, bilingual, enumOf, enumValues } from './describe.ts';
import { NodeInterface } from './node.ts';
import { DateTimeScalar } from './scalars.ts';

export const ConfidenceEnum = enumOf(confidences);
registerEnumType(ConfidenceEnum, {
  name: 'Confidence',
  description: bilingual('How far a row may be trusted.', '数据的可信程度。'),
  valuesConfig: enumValues({
    HIGH: [
      'Recorded by an expert, read in a public text, or held certain by whoever compiled the row; its provenance says which.',
      '由专家录入、见于公开文本,或编录者确信无疑;来源中注明。',
    ],
    MEDIUM: [
      'Likely right: printed unclearly, read for a neighbouring case, or remembered.',
      '很可能正确:原文表述不清、见于相近事例或凭记忆。',
    ],
    LOW: ['A weak recollection or an inference.', '模糊记忆或推断。'],
    SYNTHETIC: ['Made for demonstration; no real figure.', '演示用的合成数据,并非真实数据。'],
  }),
});

/** What every recorded row tells about itself. */
@ObjectType({ implements: NodeInterface, simpleResolvers: true })
export abstract class RecordedType extends NodeInterface {
  @Field(() => String, always('Where the row comes from.', '数据来源。'))
  provenance!: string;

  @Field(() => ConfidenceEnum, always('How far the row may be trusted.', '可信程度。'))
  confidence!: Confidence;

  @Field(() => DateTimeScalar, always('When the row was recorded.', '录入时刻。'))
  recordedAt!: Date;
}
