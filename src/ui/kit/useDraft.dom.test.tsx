import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { TextField } from './TextField.tsx'
import { renderWithStores } from './testing/renderWithStores.tsx'
import { FieldScope } from './useDraft.ts'

afterEach(cleanup)

const design = buildDesign((b) => b.vpc({ id: 'vpc' }))
const problem = (text: string) => (text.includes('!') ? 'No exclamation marks' : null)

/** A page with two fields of one name, and what becomes of what is typed into them. */
async function renderFields() {
  const committed: string[] = []
  const field = (scope: string) => (
    <FieldScope value={scope}>
      <TextField
        label="Target"
        value="old"
        problem={problem}
        onCommit={(text) => committed.push(`${scope}: ${text}`)}
      />
    </FieldScope>
  )
  const rendered = renderWithStores(null, design)
  await rendered.stores.persistence.start()
  const show = (...scopes: readonly string[]) =>
    rendered.redraw(
      scopes.map((scope) => (
        <div key={scope} data-testid={scope}>
          {field(scope)}
        </div>
      )),
    )
  const input = (scope: string) => screen.getByTestId(scope).querySelector('input') as HTMLInputElement
  return { ...rendered, show, input, committed }
}

test('what is typed is held letter by letter, and let go when it is taken over or given up', async () => {
  const { show, input, stores, committed } = await renderFields()
  const held = () => stores.persistence.hand()?.drafts
  show('route 1', 'route 2')
  fireEvent.change(input('route 2'), { target: { value: 'ne' } })
  fireEvent.change(input('route 2'), { target: { value: 'new' } })
  expect(held()).toEqual([{ field: 'Target, route 2', text: 'new', base: 'old', selection: [] }])
  fireEvent.keyDown(input('route 2'), { key: 'Escape' })
  expect(held()).toEqual([])
  fireEvent.change(input('route 2'), { target: { value: 'new' } })
  fireEvent.keyDown(input('route 2'), { key: 'Enter' })
  expect([held(), committed]).toEqual([[], ['route 2: new']])
})

test('what fits is taken over when the page goes, what does not stays a draft', async () => {
  const { show, input, stores, committed } = await renderFields()
  show('route 1', 'route 2')
  fireEvent.change(input('route 1'), { target: { value: 'no!' } })
  fireEvent.change(input('route 2'), { target: { value: 'yes' } })
  act(() => stores.drafts.settle())
  expect(committed).toEqual(['route 2: yes'])
  expect(stores.persistence.hand()?.drafts.map(({ text }) => text)).toEqual(['no!'])
})

test('a draft that came back with the page is taken over by its own field, or shown there with what is wrong with it', async () => {
  const { show, input, stores, committed } = await renderFields()
  const draft = { field: 'Target, route 2', base: 'old', selection: [] }
  stores.persistence.restoreDrafts([{ ...draft, text: 'typed' }])
  show('route 1', 'route 2')
  expect(committed).toEqual(['route 2: typed'])
  show()
  stores.persistence.restoreDrafts([{ ...draft, text: 'no!' }])
  show('route 1', 'route 2')
  expect(input('route 1').value).toBe('old')
  expect(input('route 2').value).toBe('no!')
  expect(screen.getByText('No exclamation marks')).toBeTruthy()
  expect(committed).toHaveLength(1)
})
