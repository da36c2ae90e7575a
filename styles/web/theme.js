/*
 * theme.js - light or dark as the reader chose it, before anything is drawn
 */
(function () {
  "use strict";
  var theme = null;
  try {
    theme = window.localStorage.getItem("handbook-theme");
  } catch (error) {
    /* no storage: the system's choice holds */
  }
  if (theme === "light" || theme === "dark") document.documentElement.setAttribute("data-theme", theme);
})();
