// A figure shows its note beside it; without this it leads there.
(function () {
  'use strict';

  const notes = document.querySelector('.notes');
  if (!notes || !('showPopover' in HTMLElement.prototype)) return;

  let shown = null;
  let from = null;

  function part(name, nodes) {
    const element = document.createElement(name);
    element.append(...nodes);
    return element;
  }

  // What the note says, without the ways back to where the reader is.
  function content(note) {
    const passage = note.closest('.note-group').querySelector('.note-passage');
    const told = note.cloneNode(true);
    for (const back of told.querySelectorAll("a[href^='#f-']")) back.remove();
    const more = part('a', [notes.dataset.more]);
    more.href = `#${note.id}`;
    more.addEventListener('click', () => close(false));
    const end = part('button', [notes.dataset.close]);
    end.type = 'button';
    end.addEventListener('click', () => close(true));
    return [
      part('span', told.childNodes),
      part('span', passage.cloneNode(true).childNodes),
      part('span', [more]),
      end,
    ];
  }

  function place() {
    const figure = from.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = shown;
    const room = document.documentElement.clientWidth - width - 16;
    const below = figure.bottom + 8;
    const fits = below + height <= window.innerHeight || figure.top < height + 8;
    shown.style.left = `${Math.max(16, Math.min(figure.left, room)) + window.scrollX}px`;
    shown.style.top = `${(fits ? below : figure.top - height - 8) + window.scrollY}px`;
  }

  function open(link, note) {
    shown = part('span', content(note));
    shown.className = 'note-beside';
    shown.popover = 'manual';
    shown.tabIndex = -1;
    shown.lang = document.documentElement.lang;
    shown.setAttribute('role', 'dialog');
    shown.setAttribute('aria-label', link.textContent);
    from = link;
    // Behind the figure, so that the keyboard goes on from there.
    link.after(shown);
    shown.showPopover();
    place();
    shown.focus({ preventScroll: true });
  }

  function close(back) {
    if (!shown) return;
    const link = from;
    shown.remove();
    shown = from = null;
    if (back) link.focus({ preventScroll: true });
  }

  document.addEventListener('click', (event) => {
    if (shown && shown.contains(event.target)) return;
    const link = event.target.closest('a.figure[data-note]');
    const again = link !== null && link === from;
    close(false);
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || again || !plain) return;
    event.preventDefault();
    open(link, document.getElementById(link.hash.slice(1)));
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close(true);
  });

  // A note nobody reads any more must not cover what the keyboard has reached.
  document.addEventListener('focusin', (event) => {
    if (shown && !shown.contains(event.target) && event.target !== from) close(false);
  });

  window.addEventListener('resize', () => close(false));
})();
