import { useState } from 'react'
import { Button } from '../src/Button.tsx'
import { Card } from '../src/Card.tsx'
import { Dialog, Sheet } from '../src/Dialog.tsx'
import { IconButton } from '../src/IconButton.tsx'
import { ClockIcon, MoreIcon, PersonAddIcon, TrashIcon } from '../src/icons.tsx'
import { MenuButton } from '../src/Menu.tsx'
import { TabBar } from '../src/TabBar.tsx'
import { Tabs } from '../src/Tabs.tsx'
import { showToast } from '../src/Toast.tsx'
import { Tooltip } from '../src/Tooltip.tsx'
import type { Words } from './words.ts'

export function Overlays({ w, open }: { w: Words; open: string | null }) {
  const [dialog, setDialog] = useState(open === 'dialog')
  const [sheet, setSheet] = useState(open === 'sheet')
  const [tab, setTab] = useState('timeline')
  const [view, setView] = useState('mine')
  const footer = (
    <>
      <Button onClick={() => setDialog(false)}>{w.cancel}</Button>
      <Button variant="primary" onClick={() => setDialog(false)}>
        {w.save}
      </Button>
    </>
  )
  return (
    <Card title="Overlay">
      <div className="line">
        <Button onClick={() => setDialog(true)}>Dialog</Button>
        <Button onClick={() => setSheet(true)}>Sheet</Button>
        <Button
          onClick={() =>
            showToast({ text: w.sent, closeLabel: w.close, undo: { label: w.undo, act: () => undefined } })
          }
        >
          Toast
        </Button>
        <Tooltip text={w.assign} shortcut="A">
          <Button>Tooltip</Button>
        </Tooltip>
        <MenuButton
          label={w.more}
          trigger={<IconButton label={w.more} icon={<MoreIcon />} />}
          onAction={() => undefined}
          items={[
            { id: 'assign', label: w.assign, icon: <PersonAddIcon size={18} />, shortcut: 'A' },
            { id: 'snooze', label: w.snooze, icon: <ClockIcon size={18} />, shortcut: 'S' },
            { id: 'remove', label: w.remove, icon: <TrashIcon size={18} />, tone: 'danger' },
          ]}
        />
      </div>
      <TabBar
        label={w.tabs}
        selected={view}
        onSelect={setView}
        items={[
          { id: 'mine', label: w.mine, count: '5' },
          { id: 'none', label: w.unassigned, count: '2' },
          { id: 'all', label: w.all, count: '12' },
        ]}
      />
      <Tabs
        label={w.tabs}
        selected={tab}
        onSelect={setTab}
        items={[
          { id: 'timeline', label: w.timeline, content: <p>{w.timeline}</p> },
          { id: 'requests', label: w.requests, count: '3', content: <p>{w.requests}</p> },
        ]}
      />
      <Dialog title={w.newOne} isOpen={dialog} onOpenChange={setDialog} closeLabel={w.close} footer={footer}>
        <p>{w.keep}</p>
      </Dialog>
      <Sheet title={w.facts} isOpen={sheet} onOpenChange={setSheet} closeLabel={w.close}>
        <p>{w.keep}</p>
      </Sheet>
    </Card>
  )
}
