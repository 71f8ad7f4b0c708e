import type { MessageAction, Stores } from '../../../state/types.ts'

/** A button beside what is said of the step that was just done: takes it back, unless something else has been done since. */
export function undoOf(stores: Stores): MessageAction {
  const { design } = stores.design.getState()
  const run = () => {
    const now = stores.design.getState()
    if (now.design === design) now.undo()
    else stores.view.getState().say('Something else was done since: take the steps back one by one.')
  }
  return { label: 'Undo', run }
}
