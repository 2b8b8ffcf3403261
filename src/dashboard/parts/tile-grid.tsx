import { tilePlaces } from './tile-places.ts';

export interface Tile {
  readonly code: string;
  readonly name: string;
  readonly text: string;
  /** From 0 to 1, shown as a shade; null where there is nothing to show. */
  readonly share: number | null;
}

/** Provinces as tiles, each about where it lies. A grid and no map: it draws no boundary. */
export function TileGrid(props: {
  readonly label: string;
  readonly tiles: readonly Tile[];
  readonly chosen: string | null;
  readonly onChoose: (code: string) => void;
}) {
  const { label, tiles, chosen, onChoose } = props;
  return (
    <div role="group" aria-label={label} className="tiles">
      {tiles.map(({ code, name, text, share }) => {
        const place = tilePlaces[code];
        return (
          <button
            key={code}
            type="button"
            aria-pressed={code === chosen}
            title={`${name} ${text}`}
            className={share === null ? 'tile' : `tile shade${Math.min(4, Math.floor(share * 5))}`}
            style={place && { gridColumn: place[0], gridRow: place[1] }}
            onClick={() => onChoose(code)}
          >
            <span>{shortName(name)}</span>
            <span>{text}</span>
          </button>
        );
      })}
    </div>
  );
}

/** What a tile has room for: the name without the kind of area; the shorter form in brackets, where there is one. */
const shortName = (name: string) =>
  /\((\w+)\)$/.exec(name)?.[1] ?? name.replace(/(?:壮族|回族|维吾尔)?自治区$|省$|市$|生产建设(?=兵团$)/u, '');
