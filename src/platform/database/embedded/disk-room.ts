import { statfs } from 'node:fs/promises';

/** Whether there is room on the disk to record more. */
export interface DiskRoom {
  readonly hasRoom: () => boolean;
  stop(): void;
}

/**
 * What is left for PostgreSQL itself, in bytes: four segments of its log. Where it finds no room for the next one it ends,
 * and cannot start again before there is some; then nothing can be read either.
 */
const reserve = 64 * 1024 * 1024;
const glance = 250;

/** Watches the disk of a folder, so that recording stops before the disk is full and reading goes on. */
export async function watchDiskRoom(folder: string): Promise<DiskRoom> {
  let free = Infinity;
  const look = async () => {
    // A file system that does not tell is not taken for full.
    const found = await statfs(folder).catch(() => null);
    free = found ? found.bavail * found.bsize : Infinity;
  };
  await look();
  const timer = setInterval(() => void look(), glance);
  timer.unref();
  return { hasRoom: () => free > reserve, stop: () => clearInterval(timer) };
}
