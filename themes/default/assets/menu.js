// Shuts an open group of the menu when the reader turns away from it. Without this script a group
// stays open until it is chosen again.
(function () {
  'use strict';

  const groups = Array.from(document.querySelectorAll('.section-group'));

  document.addEventListener('keydown', function (event) {
    const open = groups.find((group) => group.open);
    if (event.key !== 'Escape' || !open) return;
    open.open = false;
    if (open.contains(document.activeElement)) open.querySelector('summary').focus();
  });
  document.addEventListener('click', shutOthers);
  document.addEventListener('focusin', shutOthers);

  function shutOthers(event) {
    groups.forEach(function (group) {
      if (!group.contains(event.target)) group.open = false;
    });
  }
})();
