import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** The development server writes inline styles and serves JSON as modules: it needs the page without its Content-Security-Policy, and imports without attributes. */
const developmentServer: Plugin = {
  name: 'development-server',
  apply: 'serve',
  enforce: 'pre',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
  transform: (code, id) => (/\/src\/.*\.tsx?$/.test(id) ? code.replaceAll(", { with: { type: 'json' } })", ')') : null),
}

export default defineConfig({
  base: './',
  plugins: [developmentServer, react(), tailwindcss()],
  worker: { format: 'es' },
  build: { target: 'es2022', outDir: 'dist/web', chunkSizeWarningLimit: 900 },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          // nothing here keeps state between files, so they can share their modules: less than half the time
          pool: 'threads',
          isolate: false,
          environment: 'node',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
        },
      },
      { extends: true, test: { name: 'dom', environment: 'jsdom', include: ['src/**/*.dom.test.tsx'] } },
    ],
  },
})
