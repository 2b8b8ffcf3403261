import { useId, type ReactNode } from 'react';
import { useLanguage } from '../app/language.ts';
import type { UserError } from '../api/use-act.ts';

/** What a control of a form is given, so that its name, its hint and its refusals are said with it. */
export interface ControlAttributes {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-describedby': string | undefined;
}

/** One input of a form, with what the server says of it: refusals whose `field` is its name stand below it. */
export function Field(props: {
  /** The field of the input, in the server's words: `price`, `steps.0.amount`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly userErrors?: readonly UserError[];
  readonly children: (attributes: ControlAttributes) => ReactNode;
}) {
  const { name, label, hint, userErrors = [], children } = props;
  const id = useId();
  const own = userErrors.filter(({ field }) => field === name);
  const described = [hint && `${id}-hint`, own.length > 0 && `${id}-errors`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, name, 'aria-invalid': own.length > 0 || undefined, 'aria-describedby': described || undefined })}
      {hint && (
        <span id={`${id}-hint`} className="quiet block">
          {hint}
        </span>
      )}
      <UserErrors id={`${id}-errors`} of={own} />
    </div>
  );
}

/** Refusals in the reader's language, each a line; nothing where there is none. */
export function UserErrors({ of, id }: { readonly of: readonly UserError[]; readonly id?: string }) {
  const { language } = useLanguage();
  if (of.length === 0) return null;
  return (
    <div id={id} role="alert">
      <ul className="user-errors">
        {of.map(({ code, field, message, messageZh }) => (
          <li key={`${code} ${field} ${message}`}>{language === 'zh' ? messageZh : message}</li>
        ))}
      </ul>
    </div>
  );
}
