import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { emptyDesign } from '../../core/model/index.ts'
import { Menu } from './Menu.tsx'
import { renderWithStores } from './testing/renderWithStores.tsx'

afterEach(cleanup)

function draw() {
  const done: string[] = []
  const item = (label: string, more = {}) => ({ label, onSelect: () => done.push(label), ...more })
  renderWithStores(
    <Menu label="Actions" items={[item('Rename'), item('Never', { disabled: true }), item('Delete')]}>
      {(trigger) => (
        <button type="button" {...trigger}>
          Open
        </button>
      )}
    </Menu>,
    emptyDesign(),
  )
  return done
}
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key })

test('it opens on its first item; arrows skip what is disabled and go round', () => {
  draw()
  fireEvent.click(screen.getByRole('button', { name: 'Open' }))
  expect(document.activeElement?.textContent).toContain('Rename')
  press('ArrowDown')
  expect(document.activeElement?.textContent).toContain('Delete')
  press('ArrowDown')
  expect(document.activeElement?.textContent).toContain('Rename')
  press('End')
  expect(document.activeElement?.textContent).toContain('Delete')
  press('r')
  expect(document.activeElement?.textContent).toContain('Rename')
})

test('choosing closes it, gives the focus back and does the thing once', () => {
  const done = draw()
  fireEvent.click(screen.getByRole('button', { name: 'Open' }))
  fireEvent.click(screen.getByRole('menuitem', { name: 'Delete' }))
  expect(done).toEqual(['Delete'])
  expect(screen.queryByRole('menu')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open' }))
})
