import { Refused } from './ask.ts';
import { currentSession } from './session.ts';

/** A file as it was saved. */
export interface Saved {
  readonly name: string;
  /** How many rows the server told that it has. */
  readonly rows: number;
}

/**
 * Fetches an export whole and saves it; one that breaks off is not saved.
 * @param kind which table
 * @param parameters which rows of it, and how the file is written; what is undefined is left out
 * @throws Refused what the server refused, and a connection that failed, with the code `NETWORK`
 */
export async function download(kind: string, parameters: Readonly<Record<string, string | undefined>>): Promise<Saved> {
  const session = currentSession();
  const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  let response: Response;
  let content: Blob;
  try {
    response = await fetch(`/export/${kind}?${new URLSearchParams(given).toString()}`, {
      headers: session ? { authorization: `Bearer ${session.token}` } : {},
    });
    content = await response.blob();
  } catch {
    throw new Refused('NETWORK', 'The file broke off and was not saved.', '文件传输中断，未保存。', null);
  }
  if (!response.ok) throw await refusalIn(content);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? kind;
  save(content, name);
  return { name, rows: Number(response.headers.get('x-total-rows')) };
}

async function refusalIn(content: Blob): Promise<Refused> {
  const { errors } = JSON.parse(await content.text()) as {
    readonly errors: readonly [
      { readonly message: string; readonly extensions: { readonly code: string; readonly messageZh: string; readonly requestId?: string } },
    ];
  };
  const [{ message, extensions }] = errors;
  return new Refused(extensions.code, message, extensions.messageZh, extensions.requestId ?? null);
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
