DELETE FROM categories WHERE slug = 'board-games';
DELETE FROM categories WHERE slug IN ('books', 'games');
