import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { RoundStepsDocument, type RoundStepsQuery } from '../../../../schema/dashboard/graphql.ts';
import { useSession, type Role } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { ForRoles } from '../../parts/for-roles.tsx';
import { date } from '../../parts/format.ts';
import { accountName } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { RoundHeading } from '../../parts/round-heading.tsx';
import { StepForm } from './step-form.tsx';
import { everyStep, nextSteps, stages, type StepOperation } from './steps.ts';
import './words.ts';

type Round = NonNullable<RoundStepsQuery['round']>;

const roles: readonly Role[] = ['EXPERT', 'APPROVER', 'AUDITOR'];

/** Takes a round through its life, step by step. */
export default function RoundSteps() {
  const { t } = useTranslation();
  const { code } = useParams<{ code: string }>();
  const answer = useAnswer(RoundStepsDocument, { code });
  return (
    <ForRoles roles={roles} heading={t('roundPages.steps')}>
      <Answered of={answer}>
        {({ round }) =>
          round ? (
            <Found round={round} />
          ) : (
            <>
              <h1>{t('app.noPage')}</h1>
              <Empty>{t('steps.unknown', { code })}</Empty>
            </>
          )
        }
      </Answered>
    </ForRoles>
  );
}

function Found({ round }: { readonly round: Round }) {
  const { t } = useTranslation();
  const isExpert = useSession()?.role === 'EXPERT';
  const [done, setDone] = useState<StepOperation | null>(null);
  const next = nextSteps(round.status);
  const others = everyStep.filter((operation) => !next.includes(operation));
  return (
    <>
      <RoundHeading round={round} page="steps" />
      <p className="lead">{t('steps.lead')}</p>
      <Life round={round} />
      <p role="status" className="done">
        {done && t('steps.done', { operation: t(`operation.${done}`) })}
      </p>
      {isExpert ? (
        <>
          <section>
            <h2>{t('steps.next')}</h2>
            {round.status === 'OPENED' && (
              <p>
                <Link href={`/rounds/${encodeURIComponent(round.code)}/bids`}>{t('steps.evaluate')}</Link>
              </p>
            )}
            {next.length === 0 && <Empty>{t('steps.nothingNext')}</Empty>}
            {next.map((operation) => (
              <StepForm key={operation} round={round} operation={operation} onDone={setDone} />
            ))}
          </section>
          <section>
            <h2>{t('steps.others')}</h2>
            <p className="lead">{t('steps.othersLead')}</p>
            {others.map((operation) => (
              <details key={operation}>
                <summary>{t(`operation.${operation}`)}</summary>
                <StepForm round={round} operation={operation} onDone={setDone} />
              </details>
            ))}
          </section>
        </>
      ) : (
        <Empty>{t('steps.expertOnly')}</Empty>
      )}
    </>
  );
}

/** The steps of a round's life, each with the day on which it was taken and by whom. */
function Life({ round: { status, transitions } }: { readonly round: Round }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const taken = new Map(transitions.map((each) => [each.toStatus, each]));
  return (
    <ol className="life">
      {stages.map(({ operation, to }) => {
        const done = taken.get(to);
        return (
          <li key={to} aria-current={to === status ? 'step' : undefined} className={done ? 'taken' : undefined}>
            {t(`roundStatus.${to}`)}
            <span className="quiet block">
              {done ? `${date(done.occurredOn, language)} · ${accountName(done.recordedBy, t)}` : t(`operation.${operation}`)}
              {done?.reason && ` · ${done.reason}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
