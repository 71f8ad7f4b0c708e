import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { exportDesign } from '../index.ts'
import { allExamples } from '../testing/allExamples.ts'
import { lintWith } from '../testing/lintWith.ts'
import { needTool } from '../testing/needTool.ts'
import { withFiles } from '../testing/withFiles.ts'

const catalogue = await loadCatalogue()

describe.each(allExamples)('%s', (name, make) => {
  const scripts = exportDesign(make(), catalogue, 'cli').files.filter((file) => file.executable)
  const lint = (look: (paths: readonly string[]) => string) =>
    withFiles(scripts, (folder) => look(scripts.map((file) => join(folder, file.path))))

  test('bash can read the scripts', () => {
    const own = scripts.filter(({ path }) => path !== 'verify.sh')
    expect(own).toHaveLength(['twoAccounts', 'sharedResources'].includes(name) ? 4 : 2)
    expect(lint((paths) => paths.map((path) => lintWith('bash', ['-n', path])).join(''))).toBe('')
  })

  test('shellcheck finds nothing in the scripts', (context) => {
    needTool(context, 'shellcheck', ['shellcheck', '--version'])
    expect(lint((paths) => lintWith('shellcheck', paths))).toBe('')
  }, 30_000)
})
