-- Each action writes its bureau's head anew. Where the page is to be kept almost empty, the versions that nobody sees any
-- more are cleared away after a dozen and not after a hundred, and the next action has as few to step over.

alter table spine.heads set (fillfactor = 10);
