/** What is shown while something long runs: the words, and how far it is where that is known. */
export interface Step {
  readonly words: string;
  /** 0 to 1; null where nobody can say. */
  readonly share: number | null;
}

/**
 * Shows progress on stderr: one moving bar on a terminal, a plain line a second elsewhere.
 * @source none: machinery
 */
export class ProgressLine {
  private step: Step | null = null;
  private readonly started = performance.now();
  private readonly timer: NodeJS.Timeout;
  private width = 0;

  constructor(private readonly out: NodeJS.WriteStream = process.stderr) {
    this.timer = setInterval(() => this.draw(), out.isTTY ? 100 : 900);
    this.timer.unref();
  }

  show(step: Step): void {
    this.step = step;
  }

  /** Leaves the terminal as it was found. */
  end(): void {
    clearInterval(this.timer);
    if (this.out.isTTY && this.width > 0) this.out.write(`\r${' '.repeat(this.width)}\r`);
  }

  private draw(): void {
    if (!this.step) return;
    const { words, share } = this.step;
    const seconds = `${((performance.now() - this.started) / 1000).toFixed(1)} s`;
    const percent = share === null ? '' : ` ${Math.floor(share * 100)} %`;
    if (!this.out.isTTY) return void this.out.write(`${words}${percent}, ${seconds}\n`);
    const cells = 24;
    const filled = share === null ? 0 : Math.round(share * cells);
    const bar = share === null ? '·'.repeat(cells) : `${'█'.repeat(filled)}${'░'.repeat(cells - filled)}`;
    const line = `${bar} ${words}${percent}, ${seconds}`.slice(0, (this.out.columns || 80) - 1);
    this.out.write(`\r${line.padEnd(this.width)}`);
    this.width = line.length;
  }
}
