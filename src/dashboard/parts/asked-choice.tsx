import { useState, type ComponentProps } from 'react';
import { Choice } from './filter-fields.tsx';
import { useChoices, type ChoiceOf } from './use-choices.ts';
import { useName, type Coded } from './use-name.ts';

const named: Readonly<Partial<Record<ChoiceOf, Coded>>> = { AREA: 'area', PRODUCT: 'product', ENTERPRISE: 'enterprise' };

/**
 * One of what the caller has agreements of. What there is to choose is asked for once its reader turns to it, by pointer
 * or focus; before, the name of what is chosen.
 */
export function AskedChoice(
  props: Pick<ComponentProps<typeof Choice>, 'name' | 'value' | 'all' | 'onChoose'> & { readonly by: ChoiceOf; readonly asOf: string },
) {
  const { by, asOf, value, ...choice } = props;
  const [isTurnedTo, setTurnedTo] = useState(false);
  const { options } = useChoices(by, asOf, isTurnedTo);
  const coded = named[by];
  // What there is to choose has names; until it is asked for, a link's choice is asked for by itself.
  const valueName = useName(coded ?? 'area', coded && options === undefined ? value : undefined) ?? value;
  return <Choice {...choice} value={value} valueName={valueName} options={options} onTurnTo={() => setTurnedTo(true)} />;
}
