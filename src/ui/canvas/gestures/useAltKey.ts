import { useEffect, useState } from 'react'

/** Whether Alt is held: dragging then ignores the grid. */
export function useAltKey(): boolean {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const note = (event: KeyboardEvent) => setHeld(event.altKey)
    const release = () => setHeld(false)
    window.addEventListener('keydown', note)
    window.addEventListener('keyup', note)
    window.addEventListener('blur', release)
    return () => {
      window.removeEventListener('keydown', note)
      window.removeEventListener('keyup', note)
      window.removeEventListener('blur', release)
    }
  }, [])
  return held
}
