import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { RightPanel } from './RightPanel.tsx'

afterEach(cleanup)

test('a red count is that of what is wrong, and says of what', async () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ name: 'vpc-a' })
    const subnet = b.subnet(vpc, { name: 'subnet-a', cidr: '10.0.1.0/24' })
    b.ec2(subnet, { name: 'client-a', privateIp: '10.0.1.10' })
    b.ec2(subnet, { name: 'client-b', privateIp: '10.0.1.20' })
  })
  const saved = (id: string, verdict: 'succeeds' | 'fails') => ({
    id,
    name: id,
    request: { from: 'client-a', to: '10.0.1.20', protocol: 'tcp', port: 443 } as const,
    expect: { verdict, symptom: null, code: null, path: null },
  })
  const { stores } = renderWithStores(<RightPanel />, {
    ...design,
    requests: [saved('met', 'succeeds'), saved('missed', 'fails'), saved('met-2', 'succeeds')],
  })
  const tab = () => screen.getByRole('tab', { name: /^Requests/ }).textContent
  await waitFor(() => expect(tab()).toBe('Requests1 missed'))
  stores.actions.unpin('missed')
  await waitFor(() => expect(tab()).toBe('Requests2'))
})
