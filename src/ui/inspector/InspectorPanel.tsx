import { constructAt } from '../../core/model/index.ts'
import { useDesign } from '../kit/useStore.ts'
import { ConstructInspector } from './ConstructInspector.tsx'
import { DesignSettings } from './DesignSettings.tsx'
import { SelectionSummary } from './SelectionSummary.tsx'

/** What is selected, to read and to change; the design as a whole where nothing is. */
export function InspectorPanel() {
  const selection = useDesign((state) => state.selection)
  const first = useDesign(({ design, selection }) =>
    selection[0] === undefined ? null : constructAt(design, selection[0]),
  )
  if (selection.length > 1) return <SelectionSummary />
  return first ? <ConstructInspector key={first.id} construct={first} /> : <DesignSettings />
}
