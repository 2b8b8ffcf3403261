/** What a page's address answers where it was not built: which command builds it. */
export const unbuiltPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Accord</title>
    <style>body { max-width: 44em; margin: 12vh auto; padding: 0 1em; font: 16px/1.6 system-ui, sans-serif; } code { background: #eef1f6; padding: .1em .4em; border-radius: 4px; }</style>
  </head>
  <body>
    <h1>This page is not built yet <span lang="zh-CN">此页面尚未构建</span></h1>
    <p>Stop the server and start it with <code>npm start</code>, which builds its pages; or build them alone with
      <code>node scripts/run.mjs scripts/build-pages.ts</code> and start the server again. The API at <code>/graphql</code> answers meanwhile.</p>
    <p lang="zh-CN">请停止服务并用 <code>npm start</code> 重新启动（会自动构建）;或单独运行 <code>node scripts/run.mjs scripts/build-pages.ts</code> 后再启动服务。此间 <code>/graphql</code> 接口照常可用。</p>
  </body>
</html>
`;
