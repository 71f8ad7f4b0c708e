import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { constructKinds, type Design, definitionOf, emptyDesign } from '../../core/model/index.ts'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { InspectorPanel } from './InspectorPanel.tsx'
import { SelectionActionsContext } from './SelectionActions.ts'

afterEach(cleanup)

function inspect(design: Design, id: string) {
  const calls: string[] = []
  const actions = { duplicate: () => calls.push('duplicate'), remove: () => calls.push('remove') }
  const { stores } = renderWithStores(
    <SelectionActionsContext value={actions}>
      <InspectorPanel />
    </SelectionActionsContext>,
    design,
  )
  const select = (...ids: string[]) => fireEvent.click(document.body, void stores.design.getState().select(ids) as never)
  return { stores, calls, select }
}
