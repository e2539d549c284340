// Enhancement only: everything here has a plain-HTML way as well.
const box = document.querySelector('#q');
const form = document.querySelector('#f');

// "/" puts the cursor into the search box, unless something is being typed.
addEventListener('keydown', (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// Links without empty parameters, and filters that apply at once.
form.addEventListener('submit', () => {
  for (const field of form.elements) {
    if (field.name && field.name !== 'q' && field.value === '') field.disabled = true;
  }
});
document.querySelectorAll('.filters input[type=checkbox], .tools select').forEach((field) => {
  field.addEventListener('change', () => form.requestSubmit());
});

// On a phone the filters start closed; without JavaScript they stand open below the results.
const filters = document.querySelector('.filters');
if (filters && matchMedia('(max-width: 56rem)').matches) filters.open = false;
