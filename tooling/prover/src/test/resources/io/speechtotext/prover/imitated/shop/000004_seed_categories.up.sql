INSERT INTO categories (slug, title) VALUES
    ('books', 'Books; new & used'),
    ('games', 'Games')
ON CONFLICT (slug) DO NOTHING;

INSERT INTO categories (slug, title, parent_id)
SELECT 'board-games', 'Board games', id FROM categories WHERE slug = 'games'
ON CONFLICT (slug) DO NOTHING;
