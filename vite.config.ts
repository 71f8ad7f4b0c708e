import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import packageJson from './package.json' with { type: 'json' }
import { leaveOutExamples } from './scripts/ship/leaveOutExamples.ts'
import { recordPackages } from './scripts/ship/recordPackages.ts'
import { recordModules } from './scripts/startup/recordModules.ts'
import { trimFlow } from './scripts/startup/trimFlow.ts'
import { PAGE_HEADERS, PAGE_POLICY } from './src/cli/serve/pageHeaders.ts'

/** The built page carries its Content-Security-Policy. The development server writes inline styles: it serves the page without one. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
      injectTo: 'head-prepend',
    },
  ],
}

/** The development server serves JSON as modules: it needs imports without attributes. */
const developmentServer: Plugin = {
  name: 'development-server',
  apply: 'serve',
  enforce: 'pre',
  transform: (code, id) => (/\/src\/.*\.tsx?$/.test(id) ? code.replaceAll(", { with: { type: 'json' } })", ')') : null),
}

/** What the page starts with, in few large files: together they compress better than one for each part that is shared. */
const START_CHUNKS = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: 'flow', test: /node_modules\/(@xyflow|d3-|classcat|use-sync-external-store|zustand)/ },
  { name: 'core', test: /src\/core\/|node_modules\/zod\// },
  { name: 'page' },
].map((group) => ({ ...group, tags: ['$initial' as const] }))

/** What the first verdict needs, in one file: the worker does not wait for a chain of shared parts. */
const WORKER_CHUNKS = [{ name: 'engine', tags: ['$initial' as const] }]

/** Tests that wait for programs outside of Node (cfn-lint, shellcheck, the AWS CLI …). */
const WAIT_FOR_TOOLS = '{src,scripts}/**/*.tools.test.ts'

export default defineConfig({
  base: './',
  define: { __VERSION__: JSON.stringify(packageJson.version) },
  plugins: [
    contentSecurityPolicy,
    developmentServer,
    react(),
    tailwindcss(),
    trimFlow(),
    recordModules('page'),
    recordPackages('page'),
  ],
  worker: {
    format: 'es',
    plugins: () => [leaveOutExamples(), recordModules('worker'), recordPackages('worker')],
    rolldownOptions: { output: { codeSplitting: { groups: WORKER_CHUNKS } } },
  },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false }, // browsers without it load the same files, only later
    outDir: 'dist/web',
    chunkSizeWarningLimit: 900,
    rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: { groups: START_CHUNKS } } },
  },
  preview: { headers: PAGE_HEADERS },
  test: {
    // nothing here keeps state between files, so they can share their modules: less than half the time
    pool: 'threads',
    isolate: false,
    // a busy machine is no fault: this only ends what hangs
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [WAIT_FOR_TOOLS],
        },
      },
      { extends: true, test: { name: 'tools', environment: 'node', include: [WAIT_FOR_TOOLS] } },
      { extends: true, test: { name: 'dom', environment: 'jsdom', include: ['src/**/*.dom.test.tsx'] } },
    ],
  },
})
