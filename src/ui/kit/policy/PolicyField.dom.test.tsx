import { EditorView } from '@codemirror/view'
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Construct, type Design, type Edit, formOf } from '../../../core/model/index.ts'
import { templates } from '../../../core/templates/index.ts'
import { renderWithStores } from '../testing/renderWithStores.tsx'
import { useDesign, useStores } from '../useStore.ts'
import { PolicyField } from './PolicyField.tsx'

// jsdom lays nothing out
Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect ??= () => ({ left: 0, right: 0, top: 0, bottom: 0 }) as DOMRect
// it says that it is Safari, whose selections in roots of their own are asked for in this way
document.execCommand ??= () => false

afterEach(cleanup)

let design: Design
beforeAll(async () => {
  design = await templates.find(({ id }) => id === 'bucket-one-endpoint')!.load()
  await import('./PolicyDesk.tsx')
})

const TITLE = 'Bucket policy of Reports bucket'
const LATE = { timeout: 20_000 }

/** The policy of a bucket, as a panel draws it. */
function Bucket({ id }: { readonly id: string }) {
  const { design } = useStores()
  const bucket = useDesign((state) => state.design.constructs[id]) as Construct & { readonly policy: string | null }
  const editTo = (policy: string | null): Edit => ({ kind: 'change', of: 's3-bucket', id, fields: { policy } })
  return (
    <PolicyField
      key={id}
      label="Bucket policy"
      none="None: there is none"
      value={bucket.policy}
      place={{
        title: `Bucket policy of ${bucket.name}`,
        use: 'resource',
        at: { construct: id, path: ['policy'] },
        editTo,
        apply: (text) => void design.getState().apply('Change the policy', [editTo(text)]),
      }}
    />
  )
}

function openBucket(id = 'bucket-reports') {
  const page = renderWithStores(<Bucket id={id} />, design)
  act(() => page.stores.design.getState().select([id]))
  return page
}
const buttonOf = (name: string) => screen.getByRole('button', { name })

/** The editor, which has a root of its own. */
async function editor(): Promise<EditorView> {
  const host = await waitFor(() => {
    const found = document.querySelector('[data-policy-editor]')?.shadowRoot?.querySelector('.cm-editor')
    expect(found).toBeTruthy()
    return found as HTMLElement
  }, LATE)
  return EditorView.findFromDOM(host)!
}
const write = (view: EditorView, insert: string) =>
  act(() => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } }))
const strip = () => screen.findByRole('region', { name: 'What the draft would change' }, LATE)

describe('the field of a policy', () => {
  it('says in a few words what stands there, and how long it is', async () => {
    openBucket()
    const field = screen.getByRole('group', { name: 'Bucket policy' })
    expect(await within(field).findByText(/^Denies everyone s3:\* on reports-111122223333/, {}, LATE)).toBeTruthy()
    expect(field.textContent).toMatch(/1 statement · [\d,]+ of 20,480 characters/)
  })
  it('says what no policy means', () => {
    openBucket('bucket-archive')
    expect(screen.getByText('None: there is none.')).toBeTruthy()
    expect(buttonOf('Write Bucket policy of Archive bucket')).toBeTruthy()
  })
})

describe('a draft', () => {
  it('is tried before it is applied, is one step when it is, and follows an undo of the page', async () => {
    const { stores } = openBucket()
    fireEvent.click(buttonOf(`Edit ${TITLE}`))
    const view = await editor()
    const before = stores.design.getState().design
    write(view, view.state.doc.toString().replace('StringNotEquals', 'StringEquals'))
    await waitFor(async () => expect((await strip()).textContent).toContain('3 of 5 saved requests would change'), LATE)
    const first = within(await strip()).getAllByRole('listitem')[0]!
    expect(first.textContent).toMatch(
      /^A report, through the endpoint.*Succeeds.*Access denied.*by statement OnlyThroughTheEndpoint/,
    )
    expect(first.textContent).toContain('not as expected')
    expect(stores.design.getState().design).toBe(before)

    fireEvent.click(buttonOf('Apply'))
    expect(stores.design.getState().undoLabel).toBe('Change the policy')
    expect(stores.design.getState().design.constructs['bucket-reports']).toMatchObject({
      policy: view.state.doc.toString(),
    })
    expect(screen.queryByText('Draft')).toBeNull()
    act(() => stores.design.getState().undo())
    expect(view.state.doc.toString()).toContain('StringNotEquals')
    expect(stores.design.getState().undoLabel).toBeNull()
  })

  it('that changes nothing says so', async () => {
    openBucket()
    fireEvent.click(buttonOf(`Edit ${TITLE}`))
    const view = await editor()
    write(view, `${view.state.doc.toString()}\n`)
    await waitFor(
      async () => expect((await strip()).textContent).toContain('Nothing changes: all 5 saved requests'),
      LATE,
    )
  })

  it('that cannot be read is told at its line, and cannot be applied', async () => {
    const { stores } = openBucket()
    fireEvent.click(buttonOf(`Edit ${TITLE}`))
    write(await editor(), '{\n  "Statement": [\n    {"Effect": "Alow", "Principal": "*", "Action": "s3:*"}\n  ]\n}')
    const remark = await screen.findByRole('button', { name: /^Line 3: Effect is “Alow”/ }, LATE)
    fireEvent.click(remark)
    const view = await editor()
    const { from, to } = view.state.selection.main
    expect(view.state.sliceDoc(from, to)).toBe('"Alow"')
    expect((buttonOf('Apply') as HTMLButtonElement).disabled).toBe(true)
    expect(stores.design.getState().undoLabel).toBeNull()
  })

  it('waits while something else is selected, and says when the policy has changed meanwhile', async () => {
    const page = openBucket()
    fireEvent.click(buttonOf(`Edit ${TITLE}`))
    write(await editor(), '{"Statement": []}')
    page.redraw(<Bucket id="bucket-archive" />)
    expect(screen.queryByText('Draft')).toBeNull()
    const edit = { kind: 'change', of: 's3-bucket', id: 'bucket-reports', fields: { policy: null } } as const
    act(() => void page.stores.design.getState().apply('Take the policy away', [edit]))
    page.redraw(<Bucket id="bucket-reports" />)
    expect(screen.getByText('Draft')).toBeTruthy()
    fireEvent.click(buttonOf(`Edit ${TITLE}`))
    expect((await editor()).state.doc.toString()).toBe('{"Statement": []}')
    expect(screen.getByText(/has been changed since this draft was begun/)).toBeTruthy()
    fireEvent.click(buttonOf('Discard the draft'))
    expect((await editor()).state.doc.toString()).toBe('')
    expect(screen.queryByText('Draft')).toBeNull()
  })

  it('is longer than AWS takes: it says so and is not applied', async () => {
    openBucket()
    fireEvent.click(buttonOf(`Edit ${TITLE}`))
    const view = await editor()
    write(view, `${view.state.doc.toString()}${' '.repeat(20_480)}`)
    expect(await screen.findByText(/of 20,480 characters: too long/, {}, LATE)).toBeTruthy()
    expect((buttonOf('Apply') as HTMLButtonElement).disabled).toBe(true)
  })
})

describe('a link to a statement', () => {
  it('opens the editor there', async () => {
    const { stores } = openBucket()
    act(() => stores.view.getState().goTo({ construct: 'bucket-reports', path: ['policy', 'Statement', 0] }))
    const view = await editor()
    await waitFor(() => expect(view.state.selection.main.empty).toBe(false), LATE)
    expect(view.state.sliceDoc(view.state.selection.main.from, view.state.selection.main.to)).toContain(
      'OnlyThroughTheEndpoint',
    )
  })
})

describe('common cases', () => {
  it('are written into the text as statements, and out of it again', async () => {
    openBucket()
    fireEvent.click(buttonOf(`Edit ${TITLE}`))
    const view = await editor()
    const before = view.state.doc.toString()
    fireEvent.click(await screen.findByRole('button', { name: 'Common cases' }, LATE))
    const roles = screen.getByRole('group', { name: 'Only these roles' })
    fireEvent.click(within(roles).getByRole('checkbox', { name: /^Report reader/ }))
    expect(view.state.doc.toString()).toContain('"aws:PrincipalArn": "arn:aws:iam::111122223333:role/report-reader"')
    expect(view.state.doc.toString()).toContain('"OnlyThroughTheEndpoint"')
    fireEvent.click(within(roles).getByRole('checkbox', { name: /^Report reader/ }))
    expect(JSON.parse(view.state.doc.toString())).toEqual(JSON.parse(before))
  })
})

it('every field that holds a policy is one of the editor', () => {
  const found: string[] = []
  for (const kind of [
    'iam-role',
    'iam-user',
    'account',
    's3-bucket',
    's3-access-point',
    'dynamodb-table',
    'policy-resource',
    'api-gateway-api',
    'interface-endpoint',
    'gateway-endpoint',
  ] as const) {
    const walk = (fields: readonly { key: string; input: string; of?: unknown; use?: string }[]): void => {
      for (const field of fields) {
        if (field.input === 'policy') found.push(`${kind}: ${field.use}`)
        if (field.input === 'rows') walk(field.of as typeof fields)
      }
    }
    walk(formOf(kind).fields)
  }
  expect(found).toEqual([
    'iam-role: identity',
    'iam-role: boundary',
    'iam-role: trust',
    'iam-user: identity',
    'iam-user: boundary',
    'account: scp',
    'account: rcp',
    's3-bucket: resource',
    's3-access-point: resource',
    'dynamodb-table: resource',
    'policy-resource: resource',
    'api-gateway-api: resource',
    'interface-endpoint: endpoint',
    'gateway-endpoint: endpoint',
  ])
})
