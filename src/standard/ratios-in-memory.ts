import { scaledFrom } from '../kernel/scaled.ts';
import { dayNumber } from './day-number.ts';
import { fundRatioOn, ratioDecimals, type DatedRatio } from './policy/index.ts';

/** A ratio as recorded, for look-ups: its days and its figure as numbers. */
export interface HeldRatio extends DatedRatio {
  readonly source: string;
  readonly recordedAt: number;
}

/** A row of the table, as texts. */
export interface RatioRow {
  readonly areaCode: string;
  readonly scheme: string;
  readonly level: string | null;
  readonly effectiveFrom: string;
  readonly ratioPercent: string | null;
  readonly source: string;
  readonly recordedAt: Date;
}

/** The columns of a row, over the table `fund_ratio f`. */
export const ratioColumns = `f.area_code as "areaCode", f.scheme, f.institution_level as level, f.effective_from::text as "effectiveFrom",
  f.ratio_percent::text as "ratioPercent", f.source, f.recorded_at as "recordedAt"`;

/** The ratios of the fund, by area and scheme; there are few. */
export class RatiosInMemory {
  readonly #byArea = new Map<string, Map<string, HeldRatio[]>>();

  /** In whatever order they come, each once. */
  add(rows: readonly RatioRow[]): void {
    const changed = new Set<HeldRatio[]>();
    for (const { areaCode, scheme, level, effectiveFrom, ratioPercent, source, recordedAt } of rows) {
      let byScheme = this.#byArea.get(areaCode);
      if (!byScheme) this.#byArea.set(areaCode, (byScheme = new Map<string, HeldRatio[]>()));
      let ratios = byScheme.get(scheme);
      if (!ratios) byScheme.set(scheme, (ratios = []));
      const ratio = ratioPercent === null ? null : (scaledFrom(ratioPercent, ratioDecimals) as number);
      ratios.push({ level, from: dayNumber(effectiveFrom), ratio, source, recordedAt: recordedAt.getTime() });
      changed.add(ratios);
    }
    for (const ratios of changed) ratios.sort((a, b) => a.from - b.from || a.recordedAt - b.recordedAt);
  }

  /** The ratio in force; an area that says nothing of a scheme itself has what the one above it says. */
  find(area: string, above: string | null, scheme: string, level: string | null, day: number): HeldRatio | null {
    const ratios = this.#byArea.get(area)?.get(scheme) ?? (above === null ? undefined : this.#byArea.get(above)?.get(scheme));
    return ratios ? fundRatioOn(ratios, level, day) : null;
  }
}
