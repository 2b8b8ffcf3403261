import { readFileSync } from 'node:fs';

/** The kernel's own high-water mark of a process, in MB; 0 where there is no /proc. */
export function peakMemory(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
