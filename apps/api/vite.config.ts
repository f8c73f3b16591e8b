import { defineConfig } from 'vite'

// Everything in node_modules stays outside: only our own source is one file.
export default defineConfig({
  build: { target: 'node24', outDir: 'dist', sourcemap: true, minify: false },
  ssr: { noExternal: [/^@sila\//] },
})
