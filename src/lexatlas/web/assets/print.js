/* A button that prints; without this the browser's own menu does. */
document.querySelectorAll('button.print').forEach((button) => { button.hidden = false; button.addEventListener('click', () => print()); });
