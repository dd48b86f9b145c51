// On a page that somebody else must not see: the way out. Without this script the link leaves too, but « Back » leads
// here again. Knows no question and no answer.

import { offerLeaving } from "./leave.js";

const nothing = () => {};

offerLeaving(document.querySelector("[data-action=leave]"), nothing, true);
