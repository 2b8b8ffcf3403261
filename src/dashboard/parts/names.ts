import type { TFunction } from 'i18next';
import type { Language } from '../app/language.ts';

interface Named {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string | null;
}

/** What something is called in the reader's language; where the record has no English name, the Chinese one. */
export function nameOf({ name, nameEn }: Named, language: Language): string {
  return (language === 'en' ? nameEn : null) ?? name;
}

/** A product as its buyers know it: brand and generic name; a brand is the same in both languages. */
export function productName(
  { brand, name, genericNameEn }: { readonly brand: string | null; readonly name: string; readonly genericNameEn: string | null },
  language: Language,
): string {
  const generic = (language === 'en' ? genericNameEn : null) ?? name;
  return brand ? `${brand} · ${generic}` : generic;
}

/** A unit in which products are counted or priced; one that the words do not know stands as it is on record. */
export const unitName = (unit: string, t: TFunction): string => t(`unitName.${unit}`, { defaultValue: unit });

/** The same beside a number. */
export const unitsName = (unit: string, t: TFunction): string => t(`unitsName.${unit}`, { defaultValue: unit });

/** The unit of a unit price. */
export const perUnit = (unit: string, t: TFunction): string => t('unit.yuanEach', { unit: unitName(unit, t) });

/** `winningPrice lot-1 ent-a`: the name of a figure in the reader's language, and of what it is. */
export function factName(name: string, t: TFunction): string {
  const [figure = '', ...of] = name.split(' ');
  return [t(`fact.${figure}`, { defaultValue: figure }), ...of].join(' ');
}

/** The unit of a figure as the API writes it, such as `yuan/片`, in the reader's language. */
export function unitOf(unit: string | null, t: TFunction): string {
  if (unit === null) return '';
  if (unit === 'yuan') return t('unit.yuan');
  const [money, each] = unit.split('/');
  return money === 'yuan' && each ? perUnit(each, t) : unitName(unit, t);
}

/** An account as the record names it, `EXPERT li-at-desk`, with the role in the reader's language. */
export function accountName(account: string, t: TFunction): string {
  const [role = '', ...subject] = account.split(' ');
  return [t(`role.${role}`, { defaultValue: role }), ...subject].join(' ');
}
