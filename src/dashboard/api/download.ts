import { Refused } from './ask.ts';
import { refusalIn, type ErrorBody } from './refusal-in.ts';
import { saveFile } from './save-file.ts';
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
  if (!response.ok) throw refusalIn(JSON.parse(await content.text()) as ErrorBody);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? kind;
  saveFile(content, name);
  return { name, rows: Number(response.headers.get('x-total-rows')) };
}
