// Runs our modules on pages opened from a folder: there browsers load neither modules nor data. The build puts every
// module in here as a function; the page names in data-run the one that serves it.
"use strict";
(() => {
  const modules = {/* every module */};
  const made = {};
  function need(name) {
    if (!(name in made)) modules[name]((made[name] = {}));
    return made[name];
  }
  window.packed = async (name) => need(name);
  const { run } = document.currentScript.dataset;
  if (run) need(run);
})();
