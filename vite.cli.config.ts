import { defineConfig } from 'vite'
import packageJson from './package.json' with { type: 'json' }
import { leaveOutExamples } from './scripts/ship/leaveOutExamples.ts'
import { recordPackages } from './scripts/ship/recordPackages.ts'

/** The command line, bundled so that it runs without the project's packages. */
export default defineConfig({
  plugins: [leaveOutExamples(), recordPackages('cli')],
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    target: 'node20',
    minify: true,
    rolldownOptions: { output: { entryFileNames: 'hopwise.js', chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
  define: { __VERSION__: JSON.stringify(packageJson.version) },
  ssr: { noExternal: true },
  publicDir: false,
})
