import { parseSync } from 'oxc-parser'
import type { Plugin } from 'vite'

const CHECKS = /\/src\/core\/checks\/[\w-]+\.ts$/

/** Leaves out of the build the designs by which a check is tried: only tests run them. */
export const leaveOutExamples = (): Plugin => ({
  name: 'leave-out-examples',
  apply: 'build',
  enforce: 'pre',
  transform: (code, id) => (CHECKS.test(id) ? withoutExamples(id, code) : null),
})

/** The same lines without the member `examples` of what the file exports; null where nothing has it. */
export function withoutExamples(id: string, code: string): string | null {
  for (const statement of parseSync(id, code).program.body) {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') continue
    for (const { init } of statement.declaration.declarations) {
      const value = init && 'expression' in init ? init.expression : init
      if (typeof value !== 'object' || value?.type !== 'ObjectExpression') continue
      const member = value.properties.find(
        (one) => one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === 'examples',
      )
      if (!member) continue
      const end = /^\s*,/.exec(code.slice(member.end))?.[0].length ?? 0
      return code.slice(0, member.start) + code.slice(member.end + end)
    }
  }
  return null
}
