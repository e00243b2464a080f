import { type KeyboardEvent, type ReactNode, useState } from "react";
import { Button, GridList, GridListItem, useDragAndDrop } from "react-aria-components";
import { messagesFor } from "../../i18n/messages.ts";
import { Icon } from "./icon.tsx";
import { useInterfaceLanguage } from "./interface-language.tsx";
import { PressButton } from "./press-button.tsx";
import { indexAfterMove } from "./sortable-order.ts";

interface Sortable {
  id: string;
}

export interface SortableListProps<Item extends Sortable> {
  label: string;
  items: readonly Item[];
  /** The item's name, for those who hear the list. */
  itemText: (item: Item) => string;
  renderItem: (item: Item) => ReactNode;
  /** `toIndex` is the item's index in the list after the move. */
  onMove: (id: string, toIndex: number) => void;
  selectedId?: string | undefined;
  onSelect?: ((id: string) => void) | undefined;
}

/** A list in an order that can be changed by dragging, by Alt with the arrows, or by two small buttons. */
export function SortableList<Item extends Sortable>(props: SortableListProps<Item>) {
  const { label, items, itemText, onMove, selectedId, onSelect } = props;
  const words = messagesFor(useInterfaceLanguage());
  const [announcement, setAnnouncement] = useState("");
  const move = (id: string, toIndex: number) => {
    const item = items.find((each) => each.id === id);
    if (!item || toIndex < 0 || toIndex >= items.length || items[toIndex] === item) return;
    onMove(id, toIndex);
    setAnnouncement(words.moved(itemText(item), toIndex + 1, items.length));
  };
  const { dragAndDropHooks } = useDragAndDrop<Item>({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder: ({ keys, target }) => {
      const ids = items.map((item) => item.id);
      for (const key of keys) {
        const place = { targetId: String(target.key), isAfter: target.dropPosition === "after" };
        move(String(key), indexAfterMove(ids, String(key), place));
      }
    },
  });
  const moveByArrows = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    const id = event.target instanceof Element ? event.target.closest("[data-key]")?.getAttribute("data-key") : null;
    const index = items.findIndex((item) => item.id === id);
    if (!id || index < 0) return;
    event.preventDefault();
    event.stopPropagation();
    move(id, index + (event.key === "ArrowUp" ? -1 : 1));
  };
  return (
    <div onKeyDownCapture={moveByArrows}>
      <GridList
        className="sortable-list"
        aria-label={label}
        items={items}
        dependencies={[props.renderItem, itemText, items]}
        selectionMode={onSelect ? "single" : "none"}
        selectionBehavior="replace"
        selectedKeys={selectedId === undefined ? [] : [selectedId]}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : [...keys];
          if (key !== undefined) onSelect?.(String(key));
        }}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(item) => <SortableRow list={props} item={item} move={move} />}
      </GridList>
      <div className="visually-hidden" role="status">
        {announcement}
      </div>
    </div>
  );
}

interface SortableRowProps<Item extends Sortable> {
  list: SortableListProps<Item>;
  item: Item;
  move: (id: string, toIndex: number) => void;
}

function SortableRow<Item extends Sortable>({ list, item, move }: SortableRowProps<Item>) {
  const words = messagesFor(useInterfaceLanguage());
  const index = list.items.findIndex((each) => each.id === item.id);
  const text = list.itemText(item);
  return (
    <GridListItem id={item.id} textValue={text} className="sortable-item">
      <Button slot="drag" className="sortable-handle" aria-label={words.moveHandle(text)}>
        <Icon name="grip" />
      </Button>
      <div className="sortable-content">{list.renderItem(item)}</div>
      <div className="sortable-buttons">
        <PressButton
          variant="quiet"
          size="small"
          isIcon
          aria-label={`${words.moveUp}: ${text}`}
          isDisabled={index === 0}
          onPress={() => move(item.id, index - 1)}
        >
          <Icon name="up" />
        </PressButton>
        <PressButton
          variant="quiet"
          size="small"
          isIcon
          aria-label={`${words.moveDown}: ${text}`}
          isDisabled={index === list.items.length - 1}
          onPress={() => move(item.id, index + 1)}
        >
          <Icon name="down" />
        </PressButton>
      </div>
    </GridListItem>
  );
}
