import { Field, InputType } from 'type-graphql';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { RecordingInput } from '../platform/graphql/payload.type.ts';
import { DateScalar } from '../platform/graphql/scalars.ts';

@InputType({ description: bilingual('From when on a pooling area uses the result of a round.', '统筹区自何日起执行某批次中选结果。') })
export class PutResultInEffectInput extends RecordingInput {
  @Field(() => String, always('The code of the round; its selection is final.', '批次代码,其中选结果已公布。')) roundCode!: string;
  @Field(() => DateScalar, always('The first day; it may lie ahead.', '执行首日,可为将来日期。')) effectiveFrom!: string;
  @Field(() => DateScalar, maybe('The first day after the term; none where its end is not fixed.', '执行期届满后的首日;未定期限的不填。'))
  effectiveTo?: string | null;
  @Field(() => String, always('The notice that says so.', '依据文件。')) source!: string;
}
