import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const FLOW = /node_modules\/(@xyflow|d3-[a-z]+)\//
const ONLY_ZOOM = fileURLToPath(new URL('./onlyZoom.ts', import.meta.url))

/** Leaves out of the build what the canvas never uses of React Flow and of d3: a map, buttons, colours, tweens of texts and styles; 10 kB gzip. */
export const trimFlow = (): Plugin => ({
  name: 'trim-flow',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'd3-color' || (source === 'd3-interpolate' && importer !== ONLY_ZOOM) ? ONLY_ZOOM : null,
  transform: (code, id) => (FLOW.test(id) ? withoutTracking(withPureDefinitions(code)) : null),
})

/** What these packages do when they load is to define things: what nobody uses of them can go. */
const withPureDefinitions = (code: string): string =>
  code
    .replace(/^\w+\.displayName = '\w+';$/gm, '')
    .replace(/^((?:export )?(?:var|let|const) [\w$]+ = )(?=[\w$.]+\(|\(function)/gm, '$1/* @__PURE__ */ ')

/** The link that names React Flow says nothing of where it stands. */
function withoutTracking(code: string): string {
  if (!code.includes('function Attribution(')) return code
  const plain = code.replace("'?utm_source=attribution'", "''")
  if (plain.includes('utm_')) throw new Error('React Flow’s link tracks by another parameter now: see trimFlow.ts')
  return plain
}
