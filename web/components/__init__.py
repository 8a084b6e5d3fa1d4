"""GOV.UK and MOJ patterns as plain elements: class names only, no styles, no scripts."""
