/** The key of one object: its type's name, and the text of its key. */
export interface NodeId {
  readonly type: string;
  readonly key: string;
}

/** Makes the opaque id that is the same everywhere and forever. */
export function writeNodeId({ type, key }: NodeId): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

/** Reads an opaque id; null for one that is none of ours. */
export function readNodeId(id: string): NodeId | null {
  const text = Buffer.from(id.slice(0, 400), 'base64url').toString('utf8');
  const match = /^([A-Za-z]{1,60}):([\x21-\x7e]{1,120})$/.exec(text);
  return match && { type: match[1]!, key: match[2]! };
}
