import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { ImportReport } from '../../core/import/index.ts'
import { emptyDesign } from '../../core/model/index.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { ImportDialog } from './ImportDialog.tsx'

afterEach(cleanup)

const call = (name: string, hangs: number) => ({
  command: `aws ec2 describe-${name}`,
  why: '',
  account: null,
  region: 'us-east-1',
  hangs,
  effect: hangs > 0 ? `${hangs} routes` : '',
})
const report: ImportReport = {
  files: 1,
  constructs: { vpc: 1 },
  notes: [],
  more: {},
  missing: [call('addresses', 0), call('nat-gateways', 2), call('subnets', 7), call('vpn-gateways', 0)],
}

test('calls that the design hangs on stand apart, ranked; those that nothing hangs on are folded', () => {
  const { stores } = renderWithStores(<ImportDialog />, emptyDesign())
  act(() => stores.view.getState().showImportReport(report))
  const [urgent, idle] = screen.getAllByRole('button', { name: /^Calls/ })
  expect([urgent, idle].map((one) => one!.textContent)).toEqual([
    'Calls whose answers the design hangs on (2)',
    'Calls that were missing, and nothing drawn hangs on (2)',
  ])
  expect([urgent, idle].map((one) => one!.getAttribute('aria-expanded'))).toEqual(['true', 'false'])
  const text = urgent!.closest('section')!.querySelector('pre')!.textContent!
  expect(text.indexOf('describe-subnets')).toBeLessThan(text.indexOf('describe-nat-gateways'))
  expect(text).not.toContain('describe-addresses')
})
