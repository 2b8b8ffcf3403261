import type { EntityManager } from '@mikro-orm/postgresql';
import { Institution } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';

/** The institution that an input names; an agency speaks of those of its own pooling area. */
export async function ownInstitution({ caller }: Context, em: EntityManager, code: string): Promise<Verdict<Institution>> {
  const institution = await em.findOne(Institution, { code });
  if (!institution) return refused([unknownCode('institutionCode', 'medical institution', '医疗机构', code)]);
  if (caller.role !== 'AGENCY' || caller.area === institution.area.code) return accepted(institution);
  return refused([
    {
      code: 'INSTITUTION_OF_OTHER_AREA',
      field: 'institutionCode',
      message: `Institution ${code} belongs to another pooling area.`,
      messageZh: `医疗机构 ${code} 属于其他统筹区。`,
      rule: null,
      facts: [fact('institution', code)],
    },
  ]);
}
