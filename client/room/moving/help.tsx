import { useState } from 'react'
import { Dialog } from '../../controls/dialog.tsx'
import { Tick } from '../../controls/tick.tsx'
import { reading } from '../../lang/en/reading.ts'
import { asking } from '../../lang/en/asking.ts'
import { room as words } from '../../lang/en/room.ts'
import { life, standing } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import { setSingleKeys, singleKeysOn } from './keys.ts'
import { isQuiet, setQuiet } from '../posting/announce.tsx'

const keys = [
  ['j · k', words.keyParagraph],
  ['n · p', words.keyBracket],
  ['Enter · Esc', words.keyCard],
  ['e', words.keyPropose],
  ['m', asking.keyAsk],
  ['s · a · o · r', words.keyPositions],
  ['x', reading.keyFold],
  ['h', reading.keyNames],
  ['w', reading.keyWho],
  ['l', life.keyLife],
  ['t', standing.keyStands],
  ['v', words.keyView],
  ['/', words.keyFilter],
  ['f', words.keyFloor],
  ['Ctrl/Cmd K', words.keyGoTo],
  ['Ctrl/Cmd Enter', words.keyTable],
  ['F6', words.keyRegions],
  ['?', words.keyHelp],
] as const

/** The sheet of keys, with the switches for single keys and for what is said aloud. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const [single, setSingle] = useState(singleKeysOn)
  const [aloud, setAloud] = useState(() => !isQuiet())
  return (
    <Dialog title={say(words.helpTitle)} isOpen onClose={onClose}>
      <p>{say(words.helpIntro)}</p>
      <dl className="keys">
        {keys.map(([key, message]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(message)}</dd>
          </div>
        ))}
      </dl>
      <Tick
        isSelected={single}
        onChange={(on) => {
          setSingleKeys(on)
          setSingle(on)
        }}
      >
        {say(words.singleKeys)}
      </Tick>
      <Tick
        isSelected={aloud}
        onChange={(on) => {
          setQuiet(!on)
          setAloud(on)
        }}
      >
        {say(words.quiet)}
      </Tick>
    </Dialog>
  )
}
