interface MastheadProps {
  readonly introduction: { readonly english: string; readonly chinese: string };
  /** Called with what the token box holds, at every change. */
  readonly onToken: (token: string) => void;
}

/** The line above the editor: what this is, and who is asking. */
export function Masthead({ introduction, onToken }: MastheadProps) {
  return (
    <header className="masthead">
      <h1>
        Accord <span lang="zh-CN">查询浏览器</span>
      </h1>
      <p className="introduction">
        <span lang="zh-CN">{introduction.chinese}</span>
        <span>{introduction.english}</span>
      </p>
      <form className="caller" onSubmit={(event) => event.preventDefault()}>
        <label htmlFor="token">
          <span lang="zh-CN">令牌</span> Token
        </label>
        <input
          id="token"
          type="password"
          autoComplete="off"
          spellCheck={false}
          placeholder="无令牌：公开数据 none: published data"
          aria-describedby="token-hint"
          onChange={(event) => onToken(event.target.value)}
        />
        <p id="token-hint">
          <span lang="zh-CN">获取</span> Get one: <code>npm run token -- --role EXPERT</code>
        </p>
      </form>
    </header>
  );
}
