import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { TryConvergenceDocument } from '../../../../schema/dashboard/graphql.ts';
import { useSession } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import { Propose } from './propose.tsx';
import { draftIn, inputOf, linkTo, type Draft } from './schedule.ts';
import { ScheduleForm } from './schedule-form.tsx';
import { Trial } from './trial.tsx';
import './words.ts';

/** Tries a cap and the way it comes down as it is typed; an agency may propose what nothing stands against. */
export default function Convergence() {
  const { t } = useTranslation();
  const session = useSession();
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(() => draftIn(params));
  // An agency sets standards for its own area.
  const draft = typed.area === '' ? { ...typed, area: session?.area ?? '' } : typed;
  const settled = useSettled(draft);
  const input = inputOf(settled);
  const answer = useAnswer(
    TryConvergenceDocument,
    { input: input!, product: input?.productCode ?? '', area: input?.areaCode ?? '' },
    input !== null,
  );
  const link = linkTo(settled).toString();
  const written = useRef(params.toString());
  // A browser takes only so many changes of the address in a while: once nothing more is typed.
  useEffect(() => {
    if (link === written.current) return;
    written.current = link;
    setParams(link, { replace: true });
  }, [link, setParams]);
  // An address that did not come from here is a link that was followed.
  useEffect(() => {
    if (params.toString() === written.current) return;
    written.current = params.toString();
    setTyped(draftIn(params));
  }, [params]);
  const change = (more: Partial<Draft>) => setTyped({ ...draft, ...more });
  return (
    <>
      <h1>{t('page.convergence')}</h1>
      <p className="lead">{t('convergence.lead')}</p>
      <ScheduleForm draft={draft} change={change} userErrors={input === null ? [] : (answer.data?.tryConvergence.userErrors ?? [])} />
      {input === null ? (
        <Empty>{t('convergence.incomplete')}</Empty>
      ) : (
        <Answered of={answer}>
          {({ tryConvergence, convergenceSchedule }) => (
            <>
              <Trial draft={settled} trial={tryConvergence} onRecord={convergenceSchedule} />
              {session?.role === 'AGENCY' && <Propose input={input} />}
            </>
          )}
        </Answered>
      )}
    </>
  );
}
