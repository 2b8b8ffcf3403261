import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * One grade of the assessment: from which score on, whether that score itself has it, and which part of the surplus it
 * lets an institution retain.
 * @source none: a shape of this system, not a rule
 */
export interface GradeClause {
  readonly grade: 'A' | 'B' | 'C' | 'D';
  readonly from: string;
  readonly isFromIncluded: boolean;
  readonly percent: string;
}

/**
 * The grades of the assessment and what each lets retain, the best first. This is the only place of these numbers.
 *
 * The draft says "above 80" for A and 70 to 80, 60 to 70, below 60 for the others: at 80 and 70 two of them meet. Here 80
 * itself is B, since A is above it, and 70 and 60 have the better of the two grades, since D is below 60.
 * @source Shenzhen, draft of 2024
 */
export const assessmentGradeClauses = clauseTable<{ readonly grades: readonly GradeClause[] }>('retention.assessment-grade', [
  {
    from: '2020-06-01',
    to: null,
    value: {
      grades: [
        { grade: 'A', from: '80.00', isFromIncluded: false, percent: '50.00' },
        { grade: 'B', from: '70.00', isFromIncluded: true, percent: '40.00' },
        { grade: 'C', from: '60.00', isFromIncluded: true, percent: '30.00' },
        { grade: 'D', from: '0.00', isFromIncluded: true, percent: '0.00' },
      ],
    },
    source: source(documents.shenzhenDraft, 'A above 80, B 70 to 80, C 60 to 70, D below 60'),
    confidence: 'LOW',
    note: 'the only grades on record, a draft of one city, taken for all areas and from the guidance of 2020 on by convention; which grade has 70 and 80 is our choice',
  },
]);
