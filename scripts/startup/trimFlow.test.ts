import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { trimFlow } from './trimFlow.ts'

const FILE = 'node_modules/@xyflow/react/dist/esm/index.js'
const trim = (code: string, id = `/x/${FILE}`) =>
  (trimFlow().transform as (code: string, id: string) => string)(code, id)

test('the link that names React Flow loses its tracking, and the rest of the link stays', () => {
  const code = readFileSync(FILE, 'utf8')
  expect(code).toContain('utm_')
  const trimmed = trim(code)
  expect(trimmed).not.toContain('utm_')
  expect(trimmed).toContain('https://reactflow.dev')
})

test('a new way of tracking stops the build', () => {
  expect(() => trim("function Attribution() { return 'https://reactflow.dev/?utm_medium=app' }")).toThrow('tracks')
})

test('what these packages define can go where nobody uses it; other packages stay as they are', () => {
  const code = "const Map = memo(Inner);\nMap.displayName = 'Map';\nconst n = 1;"
  expect(trim(code)).toBe('const Map = /* @__PURE__ */ memo(Inner);\n\nconst n = 1;')
  expect(trim(code, '/x/node_modules/zustand/index.js')).toBeNull()
})
